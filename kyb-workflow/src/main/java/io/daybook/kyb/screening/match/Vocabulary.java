package io.daybook.kyb.screening.match;

import io.daybook.kyb.screening.name.NamePart;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The different words of all listed names, and which of them a query's word may be.
 *
 * <p>A word is found by its letters, by its sound, by its consonants (where one of the two scripts
 * writes no vowels), as another spelling of the same name, and by pairs of letters that its sound
 * shares with the query's.
 */
final class Vocabulary {
  private static final double LEAST_SHARED = 0.4;
  private static final int LETTERS = 64;

  private final List<NamePart> words = new ArrayList<>();
  private final Map<String, Integer> byText = new HashMap<>();
  private final Map<String, Integer> keys = new HashMap<>();
  private final IntLists building = new IntLists();
  private final IntLists pairsBuilding = new IntLists();
  private IntLists.Packed byKey = new IntLists.Packed(new int[1], new int[0]);
  private IntLists.Packed byPair = new IntLists.Packed(new int[1], new int[0]);

  /** Returns the word's number; equal words share one. */
  int add(NamePart part) {
    Integer known = byText.get(part.text());
    if (known != null) {
      return known;
    }
    int number = words.size();
    words.add(part);
    byText.put(part.text(), number);
    addKey("=" + part.sound(), number);
    for (String bones : part.skeletons()) {
      if (bones.length() > 1) {
        addKey((part.isVowelless() ? "!" : "~") + bones, number);
      }
    }
    if (part.group() >= 0) {
      addKey("#" + part.group(), number);
    }
    String sound = part.sound();
    for (int i = -1; i < sound.length(); i++) {
      pairsBuilding.add(pair(sound, i), number);
    }
    return number;
  }

  private void addKey(String key, int number) {
    Integer list = keys.get(key);
    if (list == null) {
      list = keys.size();
      keys.put(key, list);
    }
    building.add(list, number);
  }

  void finish() {
    byKey = building.pack();
    byPair = pairsBuilding.pack();
  }

  NamePart word(int number) {
    return words.get(number);
  }

  int size() {
    return words.size();
  }

  /** The number of the word with these letters, or -1. */
  int find(String text) {
    return byText.getOrDefault(text, -1);
  }

  void addSame(NamePart part, Found found) {
    int exact = find(part.text());
    if (exact >= 0) {
      found.add(exact);
    }
    addAll("=" + part.sound(), found);
    for (String bones : part.skeletons()) {
      if (bones.length() > 1) {
        addAll((part.isVowelless() ? "~" : "!") + bones, found);
      }
    }
    if (part.group() >= 0) {
      addAll("#" + part.group(), found);
    }
  }

  private void addAll(String key, Found found) {
    Integer list = keys.get(key);
    if (list != null) {
      for (int i = byKey.start(list); i < byKey.end(list); i++) {
        found.add(byKey.at(i));
      }
    }
  }

  /** Adds the words whose sounds share enough pairs of letters. */
  void addNear(String sound, Found found, byte[] shared, int[] touched) {
    int count = 0;
    for (int i = -1; i < sound.length(); i++) {
      int pair = pair(sound, i);
      for (int at = byPair.start(pair); at < byPair.end(pair); at++) {
        int word = byPair.at(at);
        if (shared[word]++ == 0) {
          touched[count++] = word;
        }
      }
    }
    int asked = sound.length() + 1;
    for (int i = 0; i < count; i++) {
      int word = touched[i];
      int known = words.get(word).sound().length() + 1;
      if (2.0 * shared[word] >= LEAST_SHARED * (asked + known)) {
        found.add(word);
      }
      shared[word] = 0;
    }
  }

  private static int pair(String sound, int at) {
    int first = at < 0 ? 0 : letter(sound.charAt(at));
    int second = at + 1 >= sound.length() ? 0 : letter(sound.charAt(at + 1));
    return first * LETTERS + second;
  }

  private static int letter(char c) {
    return 1 + c % (LETTERS - 1);
  }

  /** Words that were found, each once. */
  static final class Found {
    private final int[] stamps;
    private final int[] numbers;
    private int count;
    private int stamp;

    Found(int vocabulary) {
      stamps = new int[vocabulary];
      numbers = new int[vocabulary];
    }

    void clear() {
      count = 0;
      stamp++;
    }

    void add(int number) {
      if (stamps[number] != stamp) {
        stamps[number] = stamp;
        numbers[count++] = number;
      }
    }

    int count() {
      return count;
    }

    int at(int i) {
      return numbers[i];
    }
  }
}
