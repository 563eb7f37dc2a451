package io.daybook.api;

import io.daybook.chain.AskedRemedy;
import io.daybook.chain.RemedyDesk;
import io.daybook.ledger.UserId;
import io.daybook.security.Caller;
import io.daybook.ticketing.chain.ChainCommand;
import io.daybook.ticketing.chain.ChainCommand.ApproveRemedy;
import io.daybook.ticketing.chain.ChainCommand.ProposeRemedy;
import io.daybook.ticketing.chain.ChainCommand.WithdrawRemedy;
import io.daybook.ticketing.chain.ChainKey;
import io.daybook.ticketing.chain.IntentId;
import io.daybook.ticketing.chain.Remedy;
import io.daybook.ticketing.chain.Remedy.Act;
import io.daybook.ticketing.chain.RemedyId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What people have done where Daybook's side of the chain does not go on by itself. */
@RestController
@RequestMapping(path = "/api/v1/chain/remedies", produces = MediaType.APPLICATION_JSON_VALUE)
class ChainRemediesController {
  private static final String ALL = "/api/v1/chain/remedies";

  private final Commands commands;
  private final IdempotentWrites writes;
  private final RemedyDesk desk;

  ChainRemediesController(Commands commands, IdempotentWrites writes, RemedyDesk desk) {
    this.commands = commands;
    this.writes = writes;
    this.desk = desk;
  }

  /**
   * @param transaction what the transaction is for, as the list of transactions says it
   */
  record RemedyRequest(@NotNull Act act, @Nullable String transaction) {}

  record RemedyBody(RemedyId id) {}

  record RemedyList(List<AskedRemedy> data) {}

  @GetMapping
  RemedyList remedies() {
    return new RemedyList(desk.newest());
  }

  @PostMapping
  ResponseEntity<String> propose(@Valid @RequestBody RemedyRequest body, WriteKey key) {
    @Nullable String text = body.transaction();
    @Nullable IntentId transaction =
        text == null ? null : PathId.of(IntentId::new, text, "transaction");
    return writes.run(
        key,
        body,
        () -> {
          requireUnderWay(transaction);
          var id = new RemedyId(key.id("rmd"));
          var remedy = new Remedy(body.act(), transaction);
          long position = commands.send(new ProposeRemedy(chain(), id, remedy, caller()));
          return Written.created(ALL, position, new RemedyBody(id));
        });
  }

  private void requireUnderWay(@Nullable IntentId transaction) {
    if (transaction != null && !desk.isUnderWay(transaction)) {
      throw ApiProblem.notFound("transaction");
    }
  }

  /** Agrees to what another person proposed. */
  @PostMapping("/{remedy}:approve")
  ResponseEntity<String> approve(@PathVariable String remedy, WriteKey key) {
    RemedyId id = PathId.of(RemedyId::new, remedy, "remedy");
    return act(key, new ApproveRemedy(chain(), id, caller()));
  }

  @PostMapping("/{remedy}:withdraw")
  ResponseEntity<String> withdraw(@PathVariable String remedy, WriteKey key) {
    RemedyId id = PathId.of(RemedyId::new, remedy, "remedy");
    return act(key, new WithdrawRemedy(chain(), id, caller()));
  }

  private ResponseEntity<String> act(WriteKey key, ChainCommand.OfRemedy command) {
    return writes.run(
        key,
        command,
        () -> Written.accepted(ALL, commands.send(command), new RemedyBody(command.id())));
  }

  private ChainKey chain() {
    return desk.chain()
        .orElseThrow(() ->
            ApiProblem.of(
                HttpStatus.CONFLICT,
                "chain_not_connected",
                "The journal is not joined to a chain yet."));
  }

  private static UserId caller() {
    return new UserId(Caller.current().userId());
  }
}
