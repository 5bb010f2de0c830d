export declare const WORKER_SOURCE: string;
export declare function writeOfflineWorker(root: string, folder: string): void;
