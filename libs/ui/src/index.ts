export {
  accentPalette,
  type AccentPalette,
  type AccentTones,
  DEFAULT_ACCENT,
} from './colour/accent-palette.js';
export { Banner, type Tone } from './banner/banner.component.js';
export { Button, type ButtonLook } from './button/button.component.js';
export { Card } from './card/card.component.js';
export { Chip } from './chip/chip.component.js';
export { CreditAmount } from './credit-amount/credit-amount.component.js';
export { EmptyState } from './empty-state/empty-state.component.js';
export { formatCredits, isAmaPhrase, unitFor } from './format/credit-format.js';
export { Icon } from './icon/icon.component.js';
export type { IconName } from './icon/icon-shapes.js';
export { LaurelMark } from './mark/laurel-mark.component.js';
export { PageHeader } from './page-header/page-header.component.js';
export { type Reason, Reasons } from './reasons/reasons.component.js';
export { Remedy } from './reasons/remedy.component.js';
export { SaveState, type SaveStatus } from './save-state/save-state.component.js';
export { OpenSheets } from './sheet/open-sheets.js';
export { Sheet } from './sheet/sheet.component.js';
export { Skeleton } from './skeleton/skeleton.component.js';
export { Snackbar, type SnackbarMessage } from './snackbar/snackbar.js';
export { SnackbarOutlet } from './snackbar/snackbar-outlet.component.js';
export { type Tab, TabStrip } from './tab-strip/tab-strip.component.js';
export { type Step, StepBar } from './step-bar/step-bar.component.js';
