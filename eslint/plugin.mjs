import { downhill } from './rules/downhill.mjs';
import { drivers } from './rules/drivers.mjs';
import { frontDoor } from './rules/front-door.mjs';
import { httpAtTheEdge } from './rules/http-at-the-edge.mjs';
import { layers } from './rules/layers.mjs';
import { neighbours } from './rules/neighbours.mjs';
import { pureModel } from './rules/pure-model.mjs';
import { typeormAtHome } from './rules/typeorm.mjs';

/** The house rules: docs in the architecture, one file a rule, a failing fixture for each in test/contract/lint. */
export const desk = {
  rules: {
    downhill,
    layers,
    drivers,
    neighbours,
    'front-door': frontDoor,
    'http-at-the-edge': httpAtTheEdge,
    'pure-model': pureModel,
    'typeorm-at-home': typeormAtHome,
  },
};
