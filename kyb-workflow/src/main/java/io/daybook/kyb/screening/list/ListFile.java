package io.daybook.kyb.screening.list;

import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.zip.ZipException;

/** Reads a list's file as a whole or not at all. */
public final class ListFile {
  private ListFile() {}

  /**
   * Tells a list's format from its beginning.
   *
   * @throws ListRefused if it is an XML file of no known list
   * @throws java.io.UncheckedIOException if the file cannot be read
   */
  public static ListFormat formatOf(Path file) {
    return ListFormatGuess.of(new ListSource(file));
  }

  /**
   * Returns all entities of a list.
   *
   * @param file the list; of OFAC's legacy files the one named sdn.csv, the others beside it
   * @param format empty to tell it from the file's beginning
   * @param progress hears the number of entities so far
   * @throws ListRefused if the file is not complete and well-formed, or has no entity; nothing of
   *     it may be used
   * @throws IOException if the file cannot be read
   */
  public static List<ListedEntity> read(
      Path file, Optional<ListFormat> format, LongConsumer progress) throws IOException {
    var source = new ListSource(file);
    var entities = new ArrayList<ListedEntity>();
    var ids = new HashSet<String>();
    try {
      format
          .orElseGet(() -> ListFormatGuess.of(source))
          .reader()
          .read(
              source,
              entity -> {
                if (!ids.add(entity.id())) {
                  throw new ListRefused("the id " + entity.id() + " twice");
                }
                entities.add(entity);
                progress.accept(entities.size());
              });
    } catch (ListRefused e) {
      throw new ListRefused(file.getFileName() + ": " + e.getMessage(), e);
    } catch (CharacterCodingException e) {
      throw new ListRefused(file.getFileName() + ": not in its encoding, or cut off", e);
    } catch (EOFException | ZipException e) {
      throw new ListRefused(file.getFileName() + ": the compressed file is damaged or cut off", e);
    }
    if (entities.isEmpty()) {
      throw new ListRefused(file.getFileName() + ": no entity in it");
    }
    return entities;
  }
}
