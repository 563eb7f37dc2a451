package io.daybook.chain.contract;

import io.daybook.ticketing.chain.TokenEvent;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A compiled contract.
 *
 * @param bytecode creates the contract, as hexadecimal text without the constructor's arguments
 */
record Artefact(String contract, String compiler, String bytecode) {
  /** Reads the artefact of a contract from the class path. */
  static Artefact of(String contract) {
    String file = contract + ".json";
    try (InputStream in =
        Objects.requireNonNull(TokenEvent.class.getResourceAsStream(file), file)) {
      JsonNode json = JsonMapper.shared().readTree(in);
      return new Artefact(
          contract, json.get("compiler").asString(), json.get("bytecode").asString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
