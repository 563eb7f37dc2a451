package io.daybook.kyb.screening.match;

import io.daybook.kyb.screening.list.ListedEntity;
import io.daybook.kyb.screening.list.ListedName;
import io.daybook.kyb.screening.name.NameParser;
import io.daybook.kyb.screening.name.NamePart;
import io.daybook.kyb.screening.name.ParsedName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Listed entities, made ready to be searched. It does not change once it is built, and any number
 * of {@link Screener}s may share it.
 */
public final class ScreeningIndex {
  private static final int KNOWN_FROM = 3;

  private final NameParser parser;
  private final List<ListedEntity> entities;
  private final List<ParsedName> names = new ArrayList<>();
  private final int[] owners;
  private final Vocabulary vocabulary = new Vocabulary();
  private final IntLists.Packed namesByWord;
  private final Map<String, List<Integer>> byIdentifier = new HashMap<>();
  private final boolean[] isWeak;

  /** Reads the names of all entities. */
  public ScreeningIndex(NameParser parser, Collection<ListedEntity> listed) {
    this.parser = parser;
    this.entities = List.copyOf(listed);
    var postings = new IntLists();
    var owner = new ArrayList<int[]>();
    for (int e = 0; e < entities.size(); e++) {
      ListedEntity entity = entities.get(e);
      for (ListedName name : entity.names()) {
        for (ParsedName parsed : parser.parse(name.text(), entity.kind())) {
          owner.add(new int[] {e, name.isWeak() ? 1 : 0});
          addName(parsed, postings);
        }
      }
      for (String identifier : entity.identifiers()) {
        byIdentifier.computeIfAbsent(identifier, _ -> new ArrayList<>(1)).add(e);
      }
      for (String wallet : entity.wallets()) {
        byIdentifier.computeIfAbsent(walletKey(wallet), _ -> new ArrayList<>(1)).add(e);
      }
    }
    owners = owner.stream().mapToInt(o -> o[0]).toArray();
    isWeak = new boolean[owner.size()];
    for (int i = 0; i < isWeak.length; i++) {
      isWeak[i] = owner.get(i)[1] == 1;
    }
    vocabulary.finish();
    namesByWord = postings.pack();
  }

  private void addName(ParsedName parsed, IntLists postings) {
    int number = names.size();
    var interned = new ArrayList<NamePart>(parsed.parts().size());
    for (NamePart part : parsed.parts()) {
      if (parsed.writing() == ParsedName.Writing.LATIN) {
        int word = vocabulary.add(part);
        NamePart known = vocabulary.word(word);
        interned.add(known.equals(part) ? known : part);
        if (!part.role().isOptional()) {
          postings.add(word, number);
        }
      } else {
        interned.add(part);
        characters(part).forEach(c -> postings.add(vocabulary.add(c), number));
      }
    }
    names.add(
        new ParsedName(
            parsed.original(),
            parsed.kind(),
            parsed.writing(),
            parsed.origin(),
            List.copyOf(interned)));
  }

  /** A name in Han or Hangul is found by each of its characters. */
  static List<NamePart> characters(NamePart part) {
    return part.text().codePoints().mapToObj(Character::toString).map(NamePart::asWritten).toList();
  }

  /** Addresses of Ethereum's kind are the same in any case; all others are not. */
  static String walletKey(String wallet) {
    String bare = wallet.strip();
    boolean isHex = bare.matches("0[xX][0-9a-fA-F]{40}");
    return "wallet:" + (isHex ? bare.toLowerCase(Locale.ROOT) : bare);
  }

  /** Marks the words that are names on the list as they are written. */
  ParsedName withKnownParts(ParsedName name) {
    List<NamePart> parts =
        name.parts().stream().map(part -> isBorneByMany(part) ? part.known() : part).toList();
    return new ParsedName(name.original(), name.kind(), name.writing(), name.origin(), parts);
  }

  private boolean isBorneByMany(NamePart part) {
    int word = vocabulary.find(part.text());
    return word >= 0 && namesByWord.size(word) >= KNOWN_FROM;
  }

  NameParser parser() {
    return parser;
  }

  Vocabulary vocabulary() {
    return vocabulary;
  }

  IntLists.Packed namesByWord() {
    return namesByWord;
  }

  List<Integer> byKey(String identifier) {
    return byIdentifier.getOrDefault(identifier, List.of());
  }

  ParsedName name(int number) {
    return names.get(number);
  }

  int owner(int name) {
    return owners[name];
  }

  boolean isWeak(int name) {
    return isWeak[name];
  }

  ListedEntity entity(int number) {
    return entities.get(number);
  }

  /** The number of entities. */
  public int size() {
    return entities.size();
  }

  /** The number of names that are compared: a name in Han or Hangul counts twice. */
  public int nameCount() {
    return names.size();
  }
}
