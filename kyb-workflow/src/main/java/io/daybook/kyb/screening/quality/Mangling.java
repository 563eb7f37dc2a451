package io.daybook.kyb.screening.quality;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** What happens to a name between a passport and a form. */
enum Mangling {
  ONE_TYPO {
    @Override
    String of(String name, SplittableRandom random, Cultures cultures) {
      return typo(name, random);
    }
  },
  TWO_TYPOS {
    @Override
    String of(String name, SplittableRandom random, Cultures cultures) {
      return typo(typo(name, random), random);
    }
  },
  SWAPPED {
    @Override
    String of(String name, SplittableRandom random, Cultures cultures) {
      List<String> parts = parts(name);
      Collections.rotate(parts, 1);
      return String.join(" ", parts);
    }
  },
  FAMILY_FIRST {
    @Override
    String of(String name, SplittableRandom random, Cultures cultures) {
      List<String> parts = parts(name);
      String last = parts.removeLast();
      return last.toUpperCase(Locale.ROOT)
          + (parts.isEmpty() ? "" : ", " + String.join(" ", parts));
    }
  },
  SPELLED_OTHERWISE {
    @Override
    String of(String name, SplittableRandom random, Cultures cultures) {
      return respelled(respelled(name, random), random);
    }
  },
  PART_DROPPED {
    @Override
    String of(String name, SplittableRandom random, Cultures cultures) {
      List<String> parts = parts(name);
      if (parts.size() > 2) {
        parts.remove(1 + random.nextInt(parts.size() - 2));
      }
      return String.join(" ", parts);
    }
  },
  PART_ADDED {
    @Override
    String of(String name, SplittableRandom random, Cultures cultures) {
      List<String> parts = parts(name);
      parts.add(1, parts(cultures.person()).getFirst());
      return String.join(" ", parts);
    }
  },
  JOINED {
    @Override
    String of(String name, SplittableRandom random, Cultures cultures) {
      int blank = name.indexOf(' ');
      return blank < 0
          ? name
          : name.substring(0, blank) + name.substring(blank + 1).toLowerCase(Locale.ROOT);
    }
  },
  INITIAL {
    @Override
    String of(String name, SplittableRandom random, Cultures cultures) {
      List<String> parts = parts(name);
      if (parts.size() > 2) {
        parts.set(1, parts.get(1).charAt(0) + ".");
      }
      return String.join(" ", parts);
    }
  },
  TITLED {
    @Override
    String of(String name, SplittableRandom random, Cultures cultures) {
      return cultures.honorific() + " " + name.toUpperCase(Locale.ROOT);
    }
  },
  HYPHENS_LOST {
    @Override
    String of(String name, SplittableRandom random, Cultures cultures) {
      return random.nextBoolean() ? name.replace("-", "") : name.replace('-', ' ');
    }
  };

  private static final String[][] SPELLINGS = {
    {"ou", "u"}, {"kh", "h"}, {"ei", "ey"}, {"y", "i"}, {"sh", "ch"}, {"v", "w"}, {"ph", "f"},
    {"q", "k"}, {"c", "k"}, {"oo", "u"}, {"ee", "i"}, {"ss", "s"}, {"mm", "m"}, {"j", "dj"},
    {"x", "ks"}, {"gh", "g"}, {"th", "t"}, {"ts", "tz"}, {"iy", "y"}, {"i", "ii"}, {"s", "ss"},
    {"e", "i"}, {"u", "o"}, {"z", "s"}, {"yev", "ev"}, {"ü", "ue"}, {"ö", "oe"}, {"w", "v"}
  };

  abstract String of(String name, SplittableRandom random, Cultures cultures);

  private static List<String> parts(String name) {
    return new ArrayList<>(Arrays.asList(name.split(" ")));
  }

  /** Changes, drops, doubles or swaps a letter that is not the first of a word. */
  private static String typo(String name, SplittableRandom random) {
    for (int attempt = 0; attempt < 50; attempt++) {
      int at = 1 + random.nextInt(Math.max(1, name.length() - 2));
      boolean isInside =
          at + 1 < name.length()
              && Character.isLetter(name.charAt(at))
              && Character.isLetter(name.charAt(at - 1))
              && Character.isLetter(name.charAt(at + 1));
      if (isInside) {
        return typo(name, at, random);
      }
    }
    return name;
  }

  private static String typo(String name, int at, SplittableRandom random) {
    String before = name.substring(0, at);
    char c = name.charAt(at);
    String after = name.substring(at + 1);
    char other = (char) ('a' + random.nextInt(26));
    return switch (random.nextInt(4)) {
      case 0 -> before + other + after;
      case 1 -> before + after;
      case 2 -> before + c + other + after;
      default -> before + after.charAt(0) + c + after.substring(1);
    };
  }

  private static String respelled(String name, SplittableRandom random) {
    int start = random.nextInt(SPELLINGS.length);
    for (int i = 0; i < SPELLINGS.length; i++) {
      String[] spelling = SPELLINGS[(start + i) % SPELLINGS.length];
      int at = name.indexOf(spelling[0], 1);
      if (at > 0) {
        return name.substring(0, at) + spelling[1] + name.substring(at + spelling[0].length());
      }
    }
    return name;
  }
}
