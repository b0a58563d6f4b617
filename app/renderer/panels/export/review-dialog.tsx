import { plural } from '../../format';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { ChangesList } from './changes-list';
import type { Review } from './save-export';

/** What saving would replace, before it does. */
export const ReviewDialog = ({ review, onClose }: { review: Review; onClose: (written: boolean) => void }) => {
  const { name, folder, changes, unreadable, sameCount } = review;
  const replaced = changes.filter(({ kind }) => kind === 'changed').length + unreadable.length;
  const added = changes.filter(({ kind }) => kind === 'added').length;
  const replace = async () => {
    onClose(await review.write());
  };
  return (
    <Dialog
      open
      wide
      onClose={() => onClose(false)}
      title={`Replace ${plural(replaced, 'file')}?`}
      description={`“${name}” in ${folder} exists. This is what would change${added > 0 ? `; ${plural(added, 'file')} would be added` : ''}${sameCount > 0 ? `; ${plural(sameCount, 'file')} stay as they are` : ''}.`}
      footer={
        <>
          <Button onClick={() => onClose(false)}>Cancel</Button>
          <Button variant="primary" onClick={() => void replace()}>
            Replace
          </Button>
        </>
      }
    >
      {unreadable.map((path) => (
        <p key={path} className="changes__note">
          {path} holds no text that could be compared. It would be replaced whole.
        </p>
      ))}
      <ChangesList changes={changes.filter(({ kind }) => kind === 'changed')} />
    </Dialog>
  );
};
