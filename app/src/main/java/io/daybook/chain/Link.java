package io.daybook.chain;

import io.daybook.chain.contract.AnchorContract;
import io.daybook.chain.contract.TicketContract;
import io.daybook.ticketing.chain.Address;
import io.daybook.ticketing.chain.BlockHash;
import io.daybook.ticketing.chain.ChainKey;
import java.util.List;

/**
 * The contracts that the journal is joined to, and the chain that they are on.
 *
 * @param genesis the chain's first block, which tells chains of one number apart
 * @param codeHash what the contract of tickets is, whatever its address says
 * @param firstBlock no log is in an earlier one
 */
record Link(
    long chainId,
    BlockHash genesis,
    TicketContract tickets,
    AnchorContract anchor,
    String codeHash,
    long firstBlock) {
  ChainKey key() {
    return ChainKey.of(chainId, genesis, tickets.address());
  }

  List<Address> contracts() {
    return List.of(tickets.address(), anchor.address());
  }
}
