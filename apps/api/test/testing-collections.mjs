// Loaded before the API: tells of every collection of garbage on stdout, as one line of JSON behind a word.
import { setFlagsFromString } from 'node:v8';

setFlagsFromString('--trace-gc');
setFlagsFromString('--trace-gc-nvp');
