package cn.gdpilot.rehearsal;

import cn.gdpilot.rehearsal.RoundFigures.Line;
import java.util.List;
import java.util.function.ToIntFunction;

/** The figures of a round as a table of text; a Chinese character is two columns wide. */
final class FigureTable {

    private static final int NAME_WIDTH = 42;
    private static final String HEAD = "推荐单位";
    private static final List<Column> COLUMNS = List.of(
            new Column("申报", Line::applied),
            new Column("受理", Line::accepted),
            new Column("推荐", Line::recommended),
            new Column("报部", Line::forwarded),
            new Column("入选", Line::selected),
            new Column("逾期", Line::missed),
            new Column("邮件", Line::mails));
    private static final int NUMBER_WIDTH = 7;

    private FigureTable() {}

    /** The table; the last line counts every project once, so it leaves the Department's list out. */
    static String of(List<Line> lines) {
        StringBuilder table = new StringBuilder(left(HEAD));
        COLUMNS.forEach(column -> table.append(right(column.head())));
        for (Line line : lines) {
            table.append('\n').append(left(line.name()));
            COLUMNS.forEach(column -> table.append(right("" + column.figure().applyAsInt(line))));
        }
        table.append('\n').append(left("合计（各项目计一次，邮件全计）"));
        COLUMNS.forEach(column -> table.append(right("" + total(lines, column))));
        return table.append('\n').toString();
    }

    private static int total(List<Line> lines, Column column) {
        boolean all = column.head().equals("邮件");
        return lines.stream()
                .filter(line -> all || !line.unit().equals("dept-44"))
                .mapToInt(column.figure())
                .sum();
    }

    private static String left(String text) {
        return text + " ".repeat(Math.max(1, NAME_WIDTH - width(text)));
    }

    private static String right(String text) {
        return " ".repeat(Math.max(1, NUMBER_WIDTH - width(text))) + text;
    }

    private static int width(String text) {
        return text.codePoints().map(c -> c > 0x2E7F ? 2 : 1).sum();
    }

    private record Column(String head, ToIntFunction<Line> figure) {}
}
