package io.daybook.chain;

import io.daybook.ticketing.chain.Address;
import io.daybook.ticketing.chain.Remedy;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far what is shown of the chain is.
 *
 * @param label what to tell people: {@code Synced}, {@code 12 s behind}, {@code Syncing…}, {@code
 *     Degraded}, {@code Halted} or {@code Off}
 * @param sync the same for programs: {@code SYNCED}, {@code BEHIND}, {@code SYNCING}, {@code
 *     DEGRADED}, {@code HALTED} or {@code OFF}
 * @param state what the follower does
 * @param lagSeconds for how long the oldest block that is there has not been read; if the chain was
 *     not seen for more than a minute, since when. A chain that stands still is no lag
 * @param headAgeSeconds how old the newest block is, which is no lag
 * @param head the newest block that was seen
 * @param cursor the newest block that was read
 * @param finalized the newest block that cannot be reorganised
 * @param chainId EIP-155's number of the chain
 * @param devChain whether its keys are known to everybody
 * @param ordersWaiting tickets whose token was not ordered yet
 * @param sent transactions that are under way
 * @param unpublished facts that the journal has not noted yet
 * @param lastReorganisation absent if there was none
 * @param problem what is wrong, in words; absent if nothing is
 * @param stopped what has to be ordered by people before everything goes on
 * @param alerts what people must look at
 */
public record ChainStatus(
    String label,
    SyncLabel sync,
    String state,
    long lagSeconds,
    @Nullable Long headAgeSeconds,
    @Nullable Long head,
    @Nullable Long cursor,
    @Nullable Long finalized,
    @Nullable Long chainId,
    boolean devChain,
    @Nullable Address contract,
    @Nullable Address anchor,
    long ordersWaiting,
    int sent,
    long unpublished,
    @Nullable Reorganisation lastReorganisation,
    @Nullable String problem,
    List<Remedy.Act> stopped,
    List<ChainAlert> alerts) {
  /** Blocks that were replaced. */
  public record Reorganisation(int depth, Instant at) {}
}
