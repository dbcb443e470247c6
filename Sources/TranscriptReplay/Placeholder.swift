// Placeholder until the replay lands.
