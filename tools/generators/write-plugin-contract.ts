import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { CONTRACT_FILE, pluginContract } from './plugin-contract.js';

// npm run generate:plugin-contract, from the root of the project.
writeFileSync(path.join(process.cwd(), CONTRACT_FILE), pluginContract(process.cwd()));
console.log(`Wrote ${CONTRACT_FILE}`);
