package cn.gdpilot.domain.files.inspection;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts the fields of a text together, over however many runs, and refuses those that start or fetch something. */
class OfficeFields {

    private static final Set<String> ACTIVE = Set.of(
            "DDE",
            "DDEAUTO",
            "INCLUDE",
            "INCLUDETEXT",
            "INCLUDEPICTURE",
            "IMPORT",
            "LINK",
            "DATABASE",
            "RD",
            "PRINT",
            "EMBED");
    private static final Pattern NAME = Pattern.compile("\\s*\"?([^\\s\"\\\\]+)\"?");
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"?|(\\S+)");
    private static final Pattern SWITCH = Pattern.compile("\\\\[a-zA-Z*#@]");
    private static final Set<String> WITH_VALUE = Set.of("\\l", "\\o", "\\t", "\\s", "\\*", "\\#", "\\@");

    private final Deque<Field> open = new ArrayDeque<>();

    /** A begin, separate or end of a field. */
    void mark(String kind) {
        switch (kind) {
            case "begin" -> {
                inner();
                open.push(new Field());
            }
            case "separate" -> {
                if (!open.isEmpty()) {
                    open.peek().shown = true;
                    check(open.peek().instruction.toString());
                }
            }
            case "end" -> {
                if (!open.isEmpty()) {
                    check(open.pop().instruction.toString());
                }
            }
            default -> {}
        }
    }

    void simple(String instruction) {
        inner();
        check(instruction);
    }

    /** The text of an inner field belongs to the instruction of the field around it. */
    void text(String text) {
        open.stream().filter(field -> !field.shown).findFirst().ifPresent(field -> field.instruction.append(text));
    }

    void finish() {
        open.forEach(field -> check(field.instruction.toString()));
    }

    /** A field whose name another field would first have to tell could become any. */
    private void inner() {
        Field around = open.peek();
        if (around != null && !around.shown) {
            String begun = plain(around.instruction.toString()).stripLeading().toUpperCase(Locale.ROOT);
            if (ACTIVE.stream().anyMatch(name -> name.startsWith(begun))) {
                throw Inspection.refused("material.field", begun + "…");
            }
        }
    }

    private static void check(String instruction) {
        String plain = plain(instruction);
        Matcher start = NAME.matcher(plain);
        if (!start.lookingAt()) {
            return;
        }
        String name = start.group(1).toUpperCase(Locale.ROOT);
        if (ACTIVE.contains(name)) {
            throw Inspection.refused("material.field", name);
        }
        if (name.equals("HYPERLINK")) {
            link(WORD.matcher(plain.substring(start.end())));
        }
    }

    private static void link(Matcher word) {
        while (word.find()) {
            if (!SWITCH.matcher(word.group()).matches()) {
                Address.checkLink(text(word));
                return;
            }
            if (WITH_VALUE.contains(word.group().toLowerCase(Locale.ROOT))) {
                word.find();
            }
        }
    }

    private static String text(Matcher word) {
        return word.group(1) != null ? word.group(1) : word.group(2);
    }

    private static String plain(String instruction) {
        return instruction.replaceAll("[“”„]", "\"").replaceAll("\\p{Cf}", "");
    }

    private static class Field {
        private final StringBuilder instruction = new StringBuilder();
        private boolean shown;
    }
}
