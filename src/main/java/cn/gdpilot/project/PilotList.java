package cn.gdpilot.project;

import cn.gdpilot.project.PilotTable.Line;
import cn.gdpilot.wording.Refusal;
import cn.gdpilot.wording.Texts;
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
    private static final String END = "end";
    private static final int LINES_BEFORE_HEADS = 10;
    private static final LocalDate DAY_ZERO_OF_EXCEL = LocalDate.of(1899, 12, 30);
    private static final int TERM_YEARS = 2;

    private final List<Entry> entries = new ArrayList<>();
    private final List<Trouble> troubles = new ArrayList<>();

    private PilotList() {}

    /**
     * Reads a file.
     *
     * @throws Refusal if it is no table, or has no line of heads with all that must be known of a pilot
     */
    static PilotList read(byte[] file) {
        List<Line> lines = PilotTable.read(file);
        for (int i = 0; i < Math.min(lines.size(), LINES_BEFORE_HEADS); i++) {
            Map<String, Integer> columns = columns(lines.get(i));
            if (columns.keySet().containsAll(COLUMNS)) {
                PilotList list = new PilotList();
                lines.subList(i + 1, lines.size()).stream().filter(line -> !line.blank()).forEach(line -> list.take(line, columns));
                return list;
            }
        }
        throw Refusal.invalid("pilot-import.heads", String.join("、", COLUMNS.stream().map(PilotList::shown).toList()));
    }

    private static Map<String, Integer> columns(Line heads) {
        Map<String, Integer> columns = new HashMap<>();
        for (int i = 0; i < heads.cells().size(); i++) {
            String head = heads.cell(i).replaceAll("\\s", "");
            for (String column : List.of("code", "applicant", "project", "start", END)) {
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
            String end = line.cell(columns.getOrDefault(END, -1));
            LocalDate ends = end.isEmpty() ? start.plusYears(TERM_YEARS) : day(end);
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
