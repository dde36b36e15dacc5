package cn.gdpilot.rehearsal;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;

/**
 * What happened in a round, for those who rehearse it.
 *
 * @param units    each unit's figures
 * @param days     what happened on each day on which something did
 * @param lastDays the hours before each deadline
 * @param people   mails by receiver, most first
 */
record RoundReport(List<UnitLine> units, List<Day> days, List<Hour> lastDays, List<Receiver> people) {

    /** Letters of the round in all. */
    public int mails() {
        return people.stream().mapToInt(Receiver::mails).sum();
    }

    /** The fullest hour's submissions, against which the others are drawn; at least 1. */
    public int fullestHour() {
        return lastDays.stream().mapToInt(Hour::submitted).max().orElse(1);
    }

    /**
     * A unit.
     *
     * @param figures   what its applications came to
     * @param quota     places that it has; 0 for a unit without a list
     * @param left      places that it did not use
     * @param listState how far its list came, by its label
     * @param missed    true if its list missed the deadline
     * @param unsent    drafts that were never submitted
     */
    record UnitLine(RoundFigures.Line figures, int quota, int left, String listState, boolean missed, int unsent) {}

    /**
     * A day.
     *
     * @param date   in Guangdong
     * @param states how many applications came to each state, by the state's name
     * @param mails  letters written
     * @param marks  what of the calendar falls on it; may be empty
     */
    record Day(LocalDate date, Map<String, Integer> states, int mails, String marks) {

        /** How many came to that state on this day. */
        public int reached(String state) {
            return states.getOrDefault(state, 0);
        }
    }

    /**
     * An hour before a deadline.
     *
     * @param from      its beginning in Guangdong
     * @param submitted applications that were submitted (also after a correction)
     * @param mails     letters written
     */
    record Hour(LocalDateTime from, int submitted, int mails) {}

    /**
     * Somebody who got mail.
     *
     * @param address address
     * @param name    unit or applicant; empty if the address is nobody's
     * @param mails   letters written to it
     * @param kinds   how many of each kind, as words
     */
    record Receiver(String address, String name, int mails, String kinds) {}
}
