package cn.gdpilot.domain.duplicate.names;

import com.github.houbb.opencc4j.util.ZhConverterUtil;
import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A text's letters and digits as they are compared, each with its place in the text: half width, lower case, simplified. */
final class Letters {

    private static final Map<Character, String> PLAIN = new ConcurrentHashMap<>();

    private final StringBuilder letters = new StringBuilder();
    private final int[] places;

    private Letters(String text) {
        int[] found = new int[text.length() * 4];
        for (int i = 0; i < text.length(); i++) {
            String plain = PLAIN.computeIfAbsent(text.charAt(i), Letters::plainOf);
            for (int k = 0; k < plain.length() && letters.length() < found.length; k++) {
                found[letters.length()] = i;
                letters.append(plain.charAt(k));
            }
        }
        this.places = java.util.Arrays.copyOf(found, letters.length());
    }

    static Letters of(String text) {
        return new Letters(text);
    }

    /** Only the letters. */
    static String plain(String text) {
        return of(text).letters.toString();
    }

    String text() {
        return letters.toString();
    }

    /** Where in the text the letter of that index stands. */
    int place(int index) {
        return places[index];
    }

    private static String plainOf(char c) {
        StringBuilder plain = new StringBuilder();
        for (char one : Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKC)
                .toLowerCase()
                .toCharArray()) {
            if (Character.isLetterOrDigit(one)) {
                plain.append(simplified(one));
            }
        }
        return plain.toString();
    }

    private static String simplified(char c) {
        if (c < 0x2E80) {
            return String.valueOf(c);
        }
        List<String> simple = ZhConverterUtil.toSimple(c);
        return simple == null || simple.isEmpty() ? String.valueOf(c) : simple.get(0);
    }
}
