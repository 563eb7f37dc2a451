package io.daybook.kyb.casefile;

/**
 * Control of one party over another that no share gives, such as by votes or a contract.
 *
 * @param whom a company
 */
public record PartyControl(PartyId who, PartyId whom) {}
