/** The built page on the mocks. */
export const MOCKS_PORT = 4210;

/** The service with the sample company; the next port tells when it is loaded. */
export const SERVICE_PORT = 4211;

/** The service that the test of the wall kills and starts again. */
export const WALL_PORT = 4213;
