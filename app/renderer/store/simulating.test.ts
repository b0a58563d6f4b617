import { beforeEach, describe, expect, it } from 'vitest';
import { renameElement } from '../../../shared/commands/rename-element';
import { buildNetwork } from '../../../shared/testing/builder';
import { countingIds } from '../../../shared/testing/new-id';
import { createAppStore } from './app-store';

const design = buildNetwork(['a', 'b'], { data: 'isolated' })
  .add('db', 'rds-instance', { parent: 'vpc', tier: 'tier-data', subnets: ['data-a', 'data-b'] })
  .build();
const document = { ticket: 't', name: 'x', folder: null, revision: null, isUnsavedFromStart: false };

let app = createAppStore({ newId: countingIds() });
beforeEach(() => {
  app = createAppStore({ newId: countingIds() });
  app.openDocument(document, design);
});

const rename = () => app.dispatch('Rename', (current) => renameElement(current, { id: 'db', name: 'Other' }));

describe('outage mode', () => {
  it('leaves the document and its history as they were', () => {
    expect(rename().ok).toBe(true);
    const { design: edited, history } = app.getState();
    app.enterOutage();
    app.toggleFailure('db');
    expect(app.getState().outage?.stateOf.get('db')).toBe('lost');
    expect(rename().ok).toBe(false);
    app.undo();
    app.redo();
    expect([app.getState().design, app.getState().history]).toEqual([edited, history]);
    expect(app.getState().design).toBe(edited);
    app.leaveOutage();
    expect(app.getState().outage).toBeNull();
    app.undo();
    expect(app.getState().design.elements.get('db')?.name).not.toBe('Other');
  });

  it('says aloud what happens, and why an edit is refused', () => {
    app.enterOutage();
    app.toggleFailure('db');
    expect(app.getState().announcement).toMatch(/^Without db, /);
    rename();
    expect(app.getState().messages.at(-1)?.text).toMatch(/Press Escape to leave/);
    app.toggleFailure('vpc');
    expect(app.getState().messages.at(-1)?.text).toMatch(/cannot fail by itself/);
    app.clearFailures();
    expect(app.getState().outage?.failures).toEqual([]);
  });

  it('takes the selection and tool back on entering, and ends with another document', () => {
    app.select({ elements: ['db'] });
    app.setView({ tool: 'connect' });
    app.enterOutage();
    expect([app.getState().selection.elements, app.getState().view.tool]).toEqual([[], 'select']);
    app.openDocument({ ...document, ticket: 'u' }, design);
    expect(app.getState().outage).toBeNull();
  });

  it('does nothing outside of it', () => {
    app.toggleFailure('db');
    app.clearFailures();
    app.leaveOutage();
    expect(app.getState().outage).toBeNull();
  });
});
