import type { Handlers } from '../handler';
import { answerAppInfo } from './app-info';
import { answerAppReady } from './app-ready';
import { answerDesignNew } from './design-new';
import { answerDesignOpen } from './design-open';
import { answerDesignOpenDropped } from './design-open-dropped';
import { answerDesignOpenExample } from './design-open-example';
import { answerDesignOpenTemplate } from './design-open-template';
import { answerDesignOpenTicket } from './design-open-ticket';
import { answerDesignRead } from './design-read';
import { answerDesignSave } from './design-save';
import { answerDesignSaveAs } from './design-save-as';
import { answerDocumentState } from './document-state';
import { answerDocumentText } from './document-text';
import { answerDraftPut } from './draft-put';
import { answerExamplesList } from './examples-list';
import { answerExportChoose } from './export-choose';
import { answerExportRead } from './export-read';
import { answerExportSave } from './export-save';
import { answerExportWrite } from './export-write';
import { answerHistoryList } from './history-list';
import { answerHistoryOpen } from './history-open';
import { answerOpenExternal } from './open-external';
import { answerPictureSave } from './picture-save';
import { answerPricesCancel } from './prices-cancel';
import { answerPricesProfiles } from './prices-profiles';
import { answerPricesRefresh } from './prices-refresh';
import { answerPricesStatus } from './prices-status';
import { answerRecentClear } from './recent-clear';
import { answerRecentList } from './recent-list';
import { answerRecoveryDiscard } from './recovery-discard';
import { answerRecoveryList } from './recovery-list';
import { answerRecoveryTake } from './recovery-take';
import { answerSettingsGet } from './settings-get';
import { answerSettingsSet } from './settings-set';
import { answerTemplatesList } from './templates-list';
import { answerTemplatesPut } from './templates-put';
import { answerTemplatesRead } from './templates-read';
import { answerTemplatesRemove } from './templates-remove';
import { answerTemplatesRename } from './templates-rename';

/** Every channel and who answers it. */
export const handlers: Handlers = {
  'app.info': answerAppInfo,
  'app.ready': answerAppReady,
  'design.new': answerDesignNew,
  'design.open': answerDesignOpen,
  'design.read': answerDesignRead,
  'design.openTicket': answerDesignOpenTicket,
  'design.openExample': answerDesignOpenExample,
  'design.openDropped': answerDesignOpenDropped,
  'design.openTemplate': answerDesignOpenTemplate,
  'design.save': answerDesignSave,
  'design.saveAs': answerDesignSaveAs,
  'document.state': answerDocumentState,
  'document.text': answerDocumentText,
  'draft.put': answerDraftPut,
  'recovery.list': answerRecoveryList,
  'recovery.take': answerRecoveryTake,
  'recovery.discard': answerRecoveryDiscard,
  'history.list': answerHistoryList,
  'history.open': answerHistoryOpen,
  'recent.list': answerRecentList,
  'recent.clear': answerRecentClear,
  'examples.list': answerExamplesList,
  'templates.list': answerTemplatesList,
  'templates.read': answerTemplatesRead,
  'templates.put': answerTemplatesPut,
  'templates.rename': answerTemplatesRename,
  'templates.remove': answerTemplatesRemove,
  'export.save': answerExportSave,
  'picture.save': answerPictureSave,
  'export.choose': answerExportChoose,
  'export.read': answerExportRead,
  'export.write': answerExportWrite,
  'settings.get': answerSettingsGet,
  'settings.set': answerSettingsSet,
  'prices.status': answerPricesStatus,
  'prices.profiles': answerPricesProfiles,
  'prices.refresh': answerPricesRefresh,
  'prices.cancel': answerPricesCancel,
  openExternal: answerOpenExternal,
};
