// The values that the editor and the server exchange: docs/formats/editor-protocol.md and operations.md.
// Ambient, so that every module's JSDoc can name them; a browser never loads this file.

type Kind = "terminator" | "process" | "decision" | "connector" | "document" | "other";
type Side = "left" | "right" | "bottom";
type TextColumn = "activity" | "requirements" | "time" | "output" | "note";
type ListName =
  | "legal_basis" | "qualifications" | "related" | "equipment" | "warnings" | "records";

interface Identity {
  number?: string | null;
  title?: string | null;
  created?: string | null;
  revised?: string | null;
  effective?: string | null;
  approver_position?: string | null;
  approver_name?: string | null;
  approver_nip?: string | null;
  institution?: string[];
  unit?: string | null;
  acting_as?: string | null;
  next_review?: string | null;
  nature?: string | null;
  service_promise?: string | null;
}
interface Performer { id: string; title: string; position?: string | null }
interface Step {
  id: string; no?: string | null;
  activity?: string; requirements?: string; time?: string; output?: string; note?: string;
}
interface SopNode {
  id: string; step: string; performer: string; kind: Kind;
  label?: string | null; span?: string[] | null;
}
interface Edge {
  from: string; to: string; label?: string | null; joint?: boolean;
  leave?: Side | null; side?: Side | null;
}
interface SopDocument {
  format: string;
  identity: Identity;
  legal_basis: string[]; qualifications: string[]; related: string[];
  equipment: string[]; warnings: string[]; records: string[];
  performers: Performer[]; steps: Step[]; nodes: SopNode[]; edges: Edge[];
}

interface Exit { to: string | null; label: string | null; leave?: Side | null; side?: Side | null }
interface Operation { op: string; [field: string]: unknown }
interface Change { id: string; operations: Operation[] }
interface Sheet { columns: [number, number][]; heights: number[] }
interface Drawing { svg: string; heights: number[]; columns: [number, number][] }
interface Finding {
  rule: string; severity: "E" | "W"; due: string; place: string; where: string;
  message: string; waivable: boolean; waived: string | null;
}
interface Person { name: string; initials: string; cell: string | null }
interface TextChange { place: string; before: string | null; after: string | null }
interface OtherChange {
  seq: number; name: string; initials: string; at: string; texts: TextChange[]; summary: string;
}
interface Result { id: string; status: "stored" | "refused"; message: string | null; notices: string[] }
interface Answer {
  seq: number; results: Result[]; others: OtherChange[]; document: SopDocument | null;
  drawing: Drawing | null; findings: Finding[] | null; total: { text: string; note: string } | null;
  people: Person[] | null; saved: string | null; undo: boolean; redo: boolean;
}
interface Help { what: string; example?: string; source?: string }
interface State extends Answer {
  me: { key: string; name: string; initials: string };
  version: string;
  returned: boolean;
  notes: number;
  help: Record<string, Help>;
  urls: Record<string, string>;
}
interface Note {
  id: string | number; name: string; initials: string; at: string; place: string | null;
  where: string; role: string; text: string; answer: string; answered_by: string; done: boolean;
}
interface HistoryDay {
  day: string; entries: { name: string; initials: string; at: string; summary: string }[];
}
interface PastePlan {
  mapping: string[]; header_rows: number; headings: string[]; rows: string[][];
  operations: Operation[]; messages: string[]; steps: number; performers: number;
}
interface Position { id: string; title: string; unit: string }

// The parts of the editor by name. Here and not in the modules' comments, because the storage of static files
// follows every import(…) in a .js file, and these go round in circles.
type EditorDesk = import("./desk.js").Desk;
type FindingEntry = import("./gathered.js").Entry;
type FormGrid = import("./grid.js").Grid;
type DraftOutbox = import("./outbox.js").Outbox;
type Waiting = import("./outbox.js").Waiting;
type SopOutline = import("./outline.js").Outline;
type Choice = import("./picker.js").Choice;
type Spot = import("./selection.js").Spot;
type FormSheet = import("./sheet.js").SheetSize;
type DraftStore = import("./store.js").Store;
type Standing = import("./sync.js").Standing;
type Reply<T> = import("./wire.js").Reply<T>;
type ServerWire = import("./wire.js").Wire;
