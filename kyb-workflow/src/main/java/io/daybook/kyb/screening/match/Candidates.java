package io.daybook.kyb.screening.match;

import io.daybook.kyb.screening.name.NamePart;
import io.daybook.kyb.screening.name.ParsedName;
import io.daybook.kyb.screening.name.WordSimilarity;
import java.util.Arrays;

/**
 * Finds the listed names that a query's name may be, by what their words are worth: a word that few
 * names have finds better than one that many have. One instance serves one thread.
 */
final class Candidates {
  private static final int MOST = 80;
  private static final double LEAST_LIKE = 0.5;
  private static final double LEAST_OF_BEST = 0.45;
  private static final int SHORTEST_SPLIT = 7;
  private static final int LONGEST_SPLIT = 60;

  private final ScreeningIndex index;
  private final WordSimilarity similarity;
  private final Vocabulary.Found found;
  private final byte[] shared;
  private final int[] touchedWords;
  private final float[] worth;
  private final int[] stamps;
  private final int[] touched;
  private final double logNames;
  private int stamp;
  private int touchedCount;

  Candidates(ScreeningIndex index) {
    this.index = index;
    this.similarity = new WordSimilarity(index.parser());
    int words = index.vocabulary().size();
    found = new Vocabulary.Found(words);
    shared = new byte[words];
    touchedWords = new int[words];
    worth = new float[index.nameCount()];
    stamps = new int[index.nameCount()];
    touched = new int[index.nameCount()];
    logNames = Math.log(1.0 + index.nameCount());
  }

  /** Returns the numbers of the best names, best first. */
  int[] find(ParsedName query) {
    touchedCount = 0;
    if (query.writing() != ParsedName.Writing.LATIN) {
      ScreeningIndex.characters(query.parts().getFirst()).forEach(this::addExact);
      return best();
    }
    boolean hasName = query.parts().stream().anyMatch(p -> !p.role().isOptional());
    for (int i = 0; i < query.parts().size(); i++) {
      NamePart part = query.parts().get(i);
      if (!hasName || !part.role().isOptional()) {
        addPart(part);
        addSplit(part.text());
      }
      if (i + 1 < query.parts().size()) {
        addExact(part.text() + query.parts().get(i + 1).text());
      }
    }
    return best();
  }

  private void addPart(NamePart part) {
    found.clear();
    index.vocabulary().addSame(part, found);
    if (part.sound().length() > 1) {
      index.vocabulary().addNear(part.sound(), found, shared, touchedWords);
    }
    var likes = new long[found.count()];
    int count = 0;
    for (int i = 0; i < found.count(); i++) {
      double like = similarity.between(part, index.vocabulary().word(found.at(i)));
      if (like >= LEAST_LIKE) {
        likes[count++] = (long) (like * 1_000_000) << 32 | found.at(i);
      }
    }
    Arrays.sort(likes, 0, count);
    stamp++;
    for (int i = count - 1; i >= 0; i--) {
      addNames((int) likes[i], (likes[i] >>> 32) / 1e6);
    }
  }

  /** "sergeilavrov": the word is made of words of the list. */
  private void addSplit(String text) {
    if (text.length() < SHORTEST_SPLIT || index.vocabulary().find(text) >= 0) {
      return;
    }
    int length = Math.min(text.length(), LONGEST_SPLIT);
    boolean[] isReached = reached(text, length);
    var canEnd = new boolean[length + 1];
    canEnd[length] = true;
    for (int from = length - 2; from >= 0; from--) {
      for (int to = from + 2; isReached[from] && to <= length; to++) {
        int word = canEnd[to] ? index.vocabulary().find(text.substring(from, to)) : -1;
        if (word >= 0) {
          canEnd[from] = true;
          stamp++;
          addNames(word, 1);
        }
      }
    }
  }

  /** Where a word may begin if only words of the list stand before it. */
  private boolean[] reached(String text, int length) {
    var isReached = new boolean[length + 1];
    isReached[0] = true;
    for (int from = 0; from < length; from++) {
      for (int to = from + 2; isReached[from] && to <= length; to++) {
        isReached[to] |= index.vocabulary().find(text.substring(from, to)) >= 0;
      }
    }
    return isReached;
  }

  private void addExact(NamePart part) {
    addExact(part.text());
  }

  private void addExact(String text) {
    int word = index.vocabulary().find(text);
    if (word >= 0) {
      stamp++;
      addNames(word, 1);
    }
  }

  /** A name counts once for each of the query's parts, with the word that is most like it. */
  private void addNames(int word, double like) {
    IntLists.Packed names = index.namesByWord();
    int end = names.end(word);
    int start = names.start(word);
    float value = (float) (like * like * (1 - Math.log(1.0 + end - start) / logNames + 0.05));
    for (int i = start; i < end; i++) {
      int name = names.at(i);
      if (stamps[name] != stamp) {
        stamps[name] = stamp;
        if (worth[name] == 0) {
          touched[touchedCount++] = name;
        }
        worth[name] += value;
      }
    }
  }

  private int[] best() {
    var order = new long[Math.min(touchedCount, MOST)];
    int size = 0;
    for (int i = 0; i < touchedCount; i++) {
      int name = touched[i];
      // Of two names that share as much, the shorter one has less that is not shared.
      double lean = worth[name] / (1 + 0.03 * index.name(name).parts().size());
      long key = (long) (lean * 1_000_000) << 32 | name;
      worth[name] = 0;
      size = push(order, size, key);
    }
    Arrays.sort(order, 0, size);
    int first = 0;
    while (first < size && order[first] < order[size - 1] * LEAST_OF_BEST) {
      first++;
    }
    var names = new int[size - first];
    for (int i = 0; i < names.length; i++) {
      names[i] = (int) order[size - 1 - i];
    }
    return names;
  }

  /** Keeps the greatest keys in a heap with the least of them on top. */
  private static int push(long[] heap, int size, long key) {
    if (size < heap.length) {
      int at = size;
      while (at > 0 && heap[(at - 1) / 2] > key) {
        heap[at] = heap[(at - 1) / 2];
        at = (at - 1) / 2;
      }
      heap[at] = key;
      return size + 1;
    }
    if (size > 0 && key > heap[0]) {
      sink(heap, size, key);
    }
    return size;
  }

  private static void sink(long[] heap, int size, long key) {
    int at = 0;
    while (2 * at + 1 < size) {
      int child = 2 * at + 1;
      if (child + 1 < size && heap[child + 1] < heap[child]) {
        child++;
      }
      if (heap[child] >= key) {
        break;
      }
      heap[at] = heap[child];
      at = child;
    }
    heap[at] = key;
  }
}
