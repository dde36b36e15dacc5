package cn.gdpilot.domain.pilot;

import cn.gdpilot.domain.pilot.PilotTable.Line;
import cn.gdpilot.domain.project.CreditCode;
import cn.gdpilot.domain.text.PlainName;
import cn.gdpilot.domain.text.Refusal;
import cn.gdpilot.domain.text.Texts;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An earlier year's list of pilots, read line by line: what fits, and what does not with the reason. */
public final class PilotList {

    private static final List<String> COLUMNS = List.of("code", "applicant", "project", "start");
    /** The first day after the term, as our register shows it. */
    private static final String END = "end";
    /** The last day of the term, as our announcements print it. */
    private static final String LAST = "last";

    private static final int LINES_BEFORE_HEADS = 10;
    private static final LocalDate DAY_ZERO_OF_EXCEL = LocalDate.of(1899, 12, 30);
    private static final int TERM_YEARS = 2;

    private final List<Entry> entries = new ArrayList<>();
    private final List<Trouble> troubles = new ArrayList<>();
    private final List<String> unread;

    private PilotList(List<String> unread) {
        this.unread = unread;
    }

    /**
     * Reads a file.
     *
     * @throws Refusal if it is no table, or has no line of heads with all that must be known of a pilot
     */
    static PilotList read(byte[] file) {
        PilotTable table = PilotTable.read(file);
        List<Line> lines = table.lines();
        for (int i = 0; i < Math.min(lines.size(), LINES_BEFORE_HEADS); i++) {
            Map<String, Integer> columns = columns(lines.get(i));
            if (columns.keySet().containsAll(COLUMNS)) {
                PilotList list = new PilotList(table.unread());
                lines.subList(i + 1, lines.size()).stream()
                        .filter(line -> !line.blank())
                        .forEach(line -> list.take(line, columns));
                return list;
            }
        }
        throw Refusal.invalid(
                "pilot-import.heads",
                String.join("、", COLUMNS.stream().map(PilotList::shown).toList()));
    }

    private static Map<String, Integer> columns(Line heads) {
        Map<String, Integer> columns = new HashMap<>();
        for (int i = 0; i < heads.cells().size(); i++) {
            String head = heads.cell(i).replaceAll("\\s", "");
            for (String column : List.of("code", "applicant", "project", "start", END, LAST)) {
                if (Texts.words("pilot-column." + column).contains(head)) {
                    columns.putIfAbsent(column, i);
                }
            }
        }
        return columns;
    }

    private static String shown(String column) {
        return Texts.words("pilot-column." + column).get(0);
    }

    private void take(Line line, Map<String, Integer> columns) {
        try {
            if (line.trouble() != null) {
                throw Refusal.invalid(line.trouble());
            }
            LocalDate start = day(line.cell(columns.get("start")));
            LocalDate ends = end(line, columns, start);
            if (!ends.isAfter(start)) {
                throw Refusal.invalid("pilot-import.order");
            }
            entries.add(new Entry(
                    line.number(),
                    CreditCode.parse(line.cell(columns.get("code"))).value(),
                    PlainName.check("applicant", line.cell(columns.get("applicant"))),
                    PlainName.check("projectName", line.cell(columns.get("project"))),
                    start,
                    ends));
        } catch (Refusal refusal) {
            troubles.add(new Trouble(line.number(), refusal.getMessage()));
        }
    }

    /** The first day after the term, which is two years where neither column says otherwise. */
    private static LocalDate end(Line line, Map<String, Integer> columns, LocalDate start) {
        String end = line.cell(columns.getOrDefault(END, -1));
        String last = line.cell(columns.getOrDefault(LAST, -1));
        if (!end.isEmpty()) {
            return day(end);
        }
        return last.isEmpty() ? start.plusYears(TERM_YEARS) : day(last).plusDays(1);
    }

    /** 2024-01-05, 2024/1/5, 2024年1月5日, 20240105, or a day number of Excel. */
    private static LocalDate day(String text) {
        String plain = text.replaceAll("\\.0+$", "").replaceAll("[年月/.]", "-").replace("日", "");
        try {
            if (plain.matches("\\d{5}")) {
                return DAY_ZERO_OF_EXCEL.plusDays(Long.parseLong(plain));
            }
            return plain.matches("\\d{8}")
                    ? LocalDate.parse(plain, DateTimeFormatter.BASIC_ISO_DATE)
                    : LocalDate.parse(plain, DateTimeFormatter.ofPattern("yyyy-M-d"));
        } catch (DateTimeParseException wrong) {
            throw Refusal.invalid("pilot-import.day", text.length() > 30 ? text.substring(0, 30) : text);
        }
    }

    List<Entry> entries() {
        return entries;
    }

    List<Trouble> troubles() {
        return troubles;
    }

    /** What of the file was not read at all, a sentence each. */
    List<String> unread() {
        return unread;
    }

    /** A pilot of the list. */
    record Entry(int line, String creditCode, String applicant, String project, LocalDate startsOn, LocalDate endsOn) {}

    /**
     * A line that did not fit.
     *
     * @param line   as the sheet counts
     * @param reason a Chinese sentence that says what to mend
     */
    public record Trouble(int line, String reason) {}
}
