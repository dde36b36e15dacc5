package cn.gdpilot.domain.papers.template;

import cn.gdpilot.domain.papers.template.DocumentWords.Scope;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the tags of a text in order and refuses every one that is not a plain name which the document is given. */
final class TagCheck {

    private static final Pattern TAG = Pattern.compile("\\{\\{([^{}]*)}}");
    private static final Pattern PLAIN = Pattern.compile("([@?/]?)([A-Za-z][A-Za-z0-9]*)");
    private static final Pattern COLUMN = Pattern.compile("\\[([^\\[\\]]*)]");
    /** What template languages run: none is known here, and none shall lie in wait for another program. */
    private static final Pattern CODE = Pattern.compile("[$#]\\{|<#|<%|\\bT\\(|[()'\"=;\\\\]");

    private final Deque<Scope> scopes = new ArrayDeque<>();
    private final Deque<String> sections = new ArrayDeque<>();

    TagCheck(Scope scope) {
        scopes.push(scope);
    }

    /** Reads one paragraph or cell that is no line of a list. */
    void text(String text) {
        refuseCode(text);
        for (String tag : tags(text)) {
            Matcher plain = plain(tag);
            String name = plain.group(2);
            switch (plain.group(1)) {
                case "?" -> open(name);
                case "/" -> close(name);
                case "@" -> picture(tag, name);
                default -> word(tag, name);
            }
        }
    }

    /** The list whose lines this row of cells gives; null if it is an ordinary row. */
    String listOf(List<String> cells) {
        for (String cell : cells) {
            for (String tag : tags(cell)) {
                if (scopes.element().lists().containsKey(tag)) {
                    return tag;
                }
            }
        }
        return null;
    }

    /** Reads a row that stands for the lines of a list: its first cell names the list, all may name columns. */
    void row(String list, List<String> cells) {
        if (!tags(cells.get(0)).equals(List.of(list)) || !cells.get(0).startsWith("{{")) {
            throw new BrokenTemplate("template.list-first", braces(list));
        }
        Scope line = scopes.element().within(list);
        for (int i = 0; i < cells.size(); i++) {
            String cell = i == 0 ? cells.get(0).substring(list.length() + 4) : cells.get(i);
            refuseCode(cell);
            if (!tags(cell).isEmpty()) {
                throw new BrokenTemplate(
                        "template.column-brackets", braces(tags(cell).get(0)));
            }
            Matcher column = COLUMN.matcher(cell);
            while (column.find()) {
                column(line, column.group(), column.group(1));
            }
        }
    }

    /** To be called at the end: every section must have been closed. */
    void end() {
        if (!sections.isEmpty()) {
            throw new BrokenTemplate("template.unclosed", braces("?" + sections.peek()));
        }
    }

    private static void column(Scope line, String written, String name) {
        boolean picture = name.startsWith("@");
        var word = line.words().get(picture ? name.substring(1) : name);
        if (word == null || word.isPicture() != picture) {
            throw new BrokenTemplate("template.unknown-word", written);
        }
    }

    private void open(String name) {
        if (!scopes.element().lists().containsKey(name)) {
            throw new BrokenTemplate("template.unknown-word", braces("?" + name));
        }
        scopes.push(scopes.element().within(name));
        sections.push(name);
    }

    private void close(String name) {
        if (!name.equals(sections.peek())) {
            throw new BrokenTemplate("template.unopened", braces("/" + name));
        }
        sections.pop();
        scopes.pop();
    }

    private void word(String tag, String name) {
        if (scopes.element().lists().containsKey(name)) {
            throw new BrokenTemplate("template.list-outside", braces(tag));
        }
        var word = scopes.element().words().get(name);
        if (word == null || word.isPicture()) {
            throw new BrokenTemplate("template.unknown-word", braces(tag));
        }
    }

    private void picture(String tag, String name) {
        var word = scopes.element().words().get(name);
        if (word == null || !word.isPicture()) {
            throw new BrokenTemplate("template.unknown-word", braces(tag));
        }
    }

    private static Matcher plain(String tag) {
        Matcher plain = PLAIN.matcher(tag);
        if (!plain.matches()) {
            throw new BrokenTemplate(CODE.matcher(tag).find() ? "template.code" : "template.unknown-word", braces(tag));
        }
        return plain;
    }

    /** The insides of all tags. */
    private static List<String> tags(String text) {
        List<String> tags = new ArrayList<>();
        Matcher tag = TAG.matcher(text);
        while (tag.find()) {
            tags.add(tag.group(1));
        }
        String rest = TAG.matcher(text).replaceAll("");
        int half = Math.max(rest.indexOf("{{"), rest.indexOf("}}"));
        if (half >= 0) {
            throw new BrokenTemplate(
                    "template.half", rest.substring(Math.max(0, half - 10), Math.min(rest.length(), half + 20)));
        }
        return tags;
    }

    private static void refuseCode(String text) {
        Matcher code = Pattern.compile("[$#]\\{[^}]*}?|<#\\S*|<%\\S*").matcher(text);
        if (code.find()) {
            throw new BrokenTemplate("template.code", code.group());
        }
    }

    private static String braces(String tag) {
        return "{{" + tag + "}}";
    }
}
