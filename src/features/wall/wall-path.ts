/** The screen itself. The page for people is `/displays`. */
export const WALL_PATH = '/wall';
