/**
 * Imported for what it does. Node cuts small buffers out of larger ones, since version 26 out of 64 KB each; the
 * larger one stays for as long as one piece of it is in use, and what is in use in two collections counts as old.
 * With pieces of many requests in each, a few that wait kept all of them, and V8 looks through everything that is in
 * use after every 64 MB: under load every quarter of a minute. With 8 KB, as it was for long, that is once a minute.
 */
Buffer.poolSize = 8192;
