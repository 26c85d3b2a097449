import { Failure } from '../failure.ts';

export const uploadNotFound = (pointer: string) =>
  new Failure('upload-not-found', 'No such upload at this advertiser, or its file is deleted.', {
    errors: [{ pointer, detail: 'unknown upload' }],
  });
export const uploadNotThere = (pointer: string) =>
  new Failure('upload-not-there', 'The file of this upload did not arrive yet.', {
    errors: [{ pointer, detail: 'its file is not there' }],
  });
export const importNotChecked = () => new Failure('import-not-checked', 'The check of this import has not finished.');
export const jobNotFound = () => new Failure('job-not-found', 'No such job at this advertiser.');
export const listNotFound = () => new Failure('list-not-found', 'No such list at this advertiser.');
