package cn.gdpilot.domain.deadline;

import cn.gdpilot.domain.calendar.PilotClock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.regex.Pattern;

/** How a round's dates are written in forms: 2026-12-08T17:30, and 2026-12-20T24:00 for the end of a day. */
public final class RoundDates {

    private static final DateTimeFormatter FORM =
            DateTimeFormatter.ISO_LOCAL_DATE_TIME.withResolverStyle(ResolverStyle.SMART);

    /** Four digits of a year: others are no date of this world, and the database keeps none of them. */
    private static final Pattern YEAR = Pattern.compile("\\d{4}-.*");

    private static final int YEARS_AHEAD = 2;

    private RoundDates() {}

    /** The latest moment that a date may be set to at that time; what lies later is a slip of the pen. */
    public static Instant latest(Instant now) {
        return now.atZone(PilotClock.GUANGDONG).plusYears(YEARS_AHEAD).toInstant();
    }

    /**
     * Reads a date of a form, in Guangdong's time unless it carries an offset of its own.
     *
     * @throws DateTimeParseException if it is not such a date, or a day that does not exist
     */
    public static Instant parse(String text) {
        String written = text.trim().replace(' ', 'T');
        if (!YEAR.matcher(written).matches()) {
            throw new DateTimeParseException("No year of four digits", written, 0);
        }
        if (written.matches(".*(Z|[+-]\\d{2}:?\\d{2})$") && written.indexOf('T') > 0 && written.length() > 16) {
            return OffsetDateTime.parse(written).toInstant();
        }
        LocalDateTime local = LocalDateTime.parse(written, FORM);
        // The form's reading, which knows 24:00, would move 11-31 to 11-30.
        LocalDate.parse(written.substring(0, written.indexOf('T')));
        return local.atZone(PilotClock.GUANGDONG).toInstant();
    }
}
