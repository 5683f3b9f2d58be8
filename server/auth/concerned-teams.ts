/** The teams that something concerns, as the policy asks for them: null is the whole organisation. */
export const concernedTeams = (team: string | null): readonly string[] => (team === null ? [] : [team]);
