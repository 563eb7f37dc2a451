package io.daybook.kyb.screening.name;

import java.util.ArrayList;
import java.util.List;

/** Tells what a company is known by from its legal form, its trade and its place. */
final class CompanyParts {
  private static final int LONGEST_SCRAP = 2;
  private static final List<String> JOINED_FORMS =
      List.of("company", "limited", "coltd", "ltd", "llc", "gmbh", "ooo");

  private final Lexicon lexicon;
  private final LegalForms legalForms;

  CompanyParts(Lexicon lexicon, LegalForms legalForms) {
    this.lexicon = lexicon;
    this.legalForms = legalForms;
  }

  /** Tells whether the words have a legal form or a trade, as persons' names have not. */
  boolean looksLikeOne(List<String> words) {
    for (int i = 0; i < words.size(); i++) {
      var term = lexicon.term(words.get(i));
      boolean isTrade = term != null && term.role() == PartRole.TRADE_WORD;
      var form = legalForms.at(words, i);
      boolean isForm = form != null && (form.words() > 1 || words.get(i).length() > 2);
      if (words.size() > 1 && (isTrade || isForm)) {
        return true;
      }
    }
    return false;
  }

  List<NamePart> of(List<String> given, boolean isVowelless) {
    List<String> words = separated(given);
    var parts = new ArrayList<NamePart>(words.size());
    for (int i = 0; i < words.size(); ) {
      var form = legalForms.at(words, i);
      int letters = letters(words, i);
      boolean isCutOff = letters > 1 && form != null && form.words() < letters;
      if (form != null && !isCutOff && isFormAt(form, i, words)) {
        String written = words.get(i + form.words() - 1);
        parts.add(NamePart.form(form.family(), written));
        i += form.words();
      } else {
        i += addWord(words, i, parts, isVowelless);
      }
    }
    if (parts.stream().allMatch(part -> part.role().isOptional())) {
      return words.stream().map(word -> part(word, PartRole.NAME, isVowelless)).toList();
    }
    weaken(parts, isVowelless);
    return parts;
  }

  /** One or two letters at the end are what mistakes leave of a legal form. */
  private void weaken(List<NamePart> parts, boolean isVowelless) {
    for (int i = parts.size() - 1; i > 0; i--) {
      NamePart part = parts.get(i);
      boolean isScrap = part.role() == PartRole.NAME && part.text().length() <= LONGEST_SCRAP;
      if (!isScrap && !part.role().isOptional()) {
        return;
      }
      boolean hasName =
          parts.subList(0, i).stream()
              .anyMatch(p -> p.role() == PartRole.NAME && p.text().length() > LONGEST_SCRAP);
      if (isScrap && hasName) {
        parts.set(i, part(part.text(), PartRole.PARTICLE, isVowelless));
      }
    }
  }

  /** "shippingcompany": takes off a legal form that a lost blank joined to a word. */
  private static List<String> separated(List<String> words) {
    var separate = new ArrayList<String>(words.size() + 1);
    for (String word : words) {
      String form =
          JOINED_FORMS.stream()
              .filter(end -> word.endsWith(end) && word.length() >= end.length() + 4)
              .findFirst()
              .orElse("");
      separate.add(word.substring(0, word.length() - form.length()));
      if (!form.isEmpty()) {
        separate.add(form);
      }
    }
    return separate;
  }

  /** A short form counts only at either end of the name: "SE" in the middle is a word. */
  private boolean isFormAt(LegalForms.Found form, int at, List<String> words) {
    boolean isWholeName = form.words() == words.size();
    if (isWholeName) {
      return false;
    }
    int end = at + form.words();
    boolean isBeforeShort = end == words.size() - 1 && words.get(end).length() <= 4;
    boolean isAtEnd = end == words.size() || isBeforeShort || legalForms.at(words, end) != null;
    return at == 0
        ? words.get(0).length() > 1 || form.words() > 1
        : isAtEnd || words.get(at).length() > 3;
  }

  private int addWord(List<String> words, int at, List<NamePart> parts, boolean isVowelless) {
    int letters = letters(words, at);
    if (letters > 1) {
      parts.add(part(String.join("", words.subList(at, at + letters)), PartRole.NAME, isVowelless));
      return letters;
    }
    String word = words.get(at);
    var term = lexicon.term(word);
    if (term != null && term.role() == PartRole.NUMBER) {
      parts.add(part(term.word(), PartRole.NUMBER, isVowelless));
    } else if (term != null) {
      parts.add(NamePart.term(word, term, isVowelless));
    } else if (word.chars().allMatch(c -> c >= '0' && c <= '9')) {
      parts.add(part(word.replaceFirst("^0+(?=.)", ""), PartRole.NUMBER, isVowelless));
    } else if (lexicon.isParticle(word) && words.size() > 1) {
      parts.add(part(word, PartRole.PARTICLE, isVowelless));
    } else {
      parts.add(part(word, PartRole.NAME, isVowelless));
    }
    return 1;
  }

  /** How many single letters follow each other: "A.B.C." is one word. */
  private static int letters(List<String> words, int at) {
    int end = at;
    while (end < words.size()
        && words.get(end).length() == 1
        && Character.isLetter(words.get(end).charAt(0))) {
      end++;
    }
    return end - at;
  }

  private NamePart part(String word, PartRole role, boolean isVowelless) {
    return NamePart.word(word, role, lexicon, isVowelless);
  }
}
