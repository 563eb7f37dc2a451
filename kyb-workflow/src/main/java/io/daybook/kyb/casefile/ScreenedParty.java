package io.daybook.kyb.casefile;

/**
 * A party that was looked for in the lists.
 *
 * @param revision which of the party's contents it was, from 1
 */
public record ScreenedParty(PartyId party, int revision) {}
