package cn.gdpilot.domain.duplicate.names;

import java.util.Collection;

/** How long the longest word of a list is that begins with a letter: where none begins, nothing need be looked up. */
final class WordStarts {

    private final byte[] longest = new byte[Character.MAX_VALUE + 1];

    WordStarts(Collection<String> words, int most) {
        for (String word : words) {
            if (!word.isEmpty() && word.length() <= most) {
                longest[word.charAt(0)] = (byte) Math.max(longest[word.charAt(0)], word.length());
            }
        }
    }

    /** 0 if no word begins with that letter. */
    int longest(char letter) {
        return longest[letter];
    }
}
