package io.daybook.chain;

import io.daybook.chain.contract.Deployment;
import io.daybook.chain.rpc.ChainGateway;
import io.daybook.ledger.CommandSender;
import io.daybook.recorder.CommandContext;
import io.daybook.ticketing.chain.BlockHash;
import io.daybook.ticketing.chain.ChainCommand.ConnectChain;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Joins the journal to a chain once, and recognises that chain from then on. */
final class Joining {
  private static final Logger LOG = LoggerFactory.getLogger(Joining.class);
  private static final CommandContext JOINING = CommandContext.of("chain-follower", "chain");

  private final LinkTable links;
  private final Intents intents;
  private final Leadership leadership;
  private final CommandSender commands;

  Joining(LinkTable links, Intents intents, Leadership leadership, CommandSender commands) {
    this.links = links;
    this.intents = intents;
    this.leadership = leadership;
    this.commands = commands;
  }

  /**
   * Returns the link to the chain of {@code node}, after bringing the contracts there if there was
   * none.
   *
   * @throws DifferentChain if there was one, to another chain
   */
  Link join(Node node) {
    ChainGateway chain = node.gateway();
    Link link = links.find().map(known -> recognised(known, chain)).orElseGet(() -> begin(node));
    JOINING.call(() -> {
      commands.send(
          new ConnectChain(
              link.key(),
              link.chainId(),
              link.genesis(),
              link.tickets().address(),
              link.anchor().address()));
      return link;
    });
    openLane(node);
    LOG.info("Joined chain {}, contract {}", link.chainId(), link.tickets().address());
    return link;
  }

  private static Link recognised(Link link, ChainGateway chain) {
    require("its number", link.chainId(), chain.chainId());
    require("its first block", link.genesis(), genesis(chain));
    require("the code of the contract", link.codeHash(), codeHash(chain, link));
    return link;
  }

  private static void require(String what, Object expected, Object found) {
    if (!expected.equals(found)) {
      throw new DifferentChain(what, expected, found);
    }
  }

  private Link begin(Node node) {
    ChainGateway chain = node.gateway();
    var contracts =
        new Deployment(chain, node.admin())
            .deploy(node.sender().address(), node.sender().address());
    var bare =
        new Link(
            chain.chainId(),
            genesis(chain),
            contracts.tickets(),
            contracts.anchor(),
            "",
            contracts.firstBlock());
    var link =
        new Link(
            bare.chainId(),
            bare.genesis(),
            bare.tickets(),
            bare.anchor(),
            codeHash(chain, bare),
            bare.firstBlock());
    leadership.write(() -> links.store(link));
    return link;
  }

  private static BlockHash genesis(ChainGateway chain) {
    return chain.block(0).orElseThrow().hash();
  }

  private static String codeHash(ChainGateway chain, Link link) {
    return org.web3j.crypto.Hash.sha3(chain.code(link.tickets().address()));
  }

  /**
   * The chain may have more of our transactions than we remember, if the database was restored from
   * a backup: their nonces are never given again.
   */
  private void openLane(Node node) {
    long used = node.gateway().minedNonces(node.sender().address());
    leadership.write(() -> {
      var lane = intents.lane();
      if (lane.isEmpty()) {
        intents.openLane(node.sender().address(), used);
      } else if (lane.get().nextNonce() < used) {
        intents.nextNonce(used);
      }
    });
  }
}
