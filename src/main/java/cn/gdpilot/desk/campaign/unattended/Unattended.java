package cn.gdpilot.desk.campaign.unattended;

/**
 * A matter on which domain and engine disagree.
 *
 * @param fault    how
 * @param subject  an application's number, a list's or a round's id, for LEFT_OVER an instance's id, for STUCK a job's id
 * @param roundId  its round; null where none is known
 * @param expected what ought to wait for it, or where; for LEFT_OVER and STUCK the process and what it is about
 * @param found    what does
 */
record Unattended(Fault fault, String subject, String roundId, String expected, String found) {

    /** The matter, whatever its particulars. */
    Key key() {
        return new Key(fault, subject);
    }

    record Key(Fault fault, String subject) {}
}
