package cn.gdpilot.domain.files.scan;

/** What is known of a file. */
public enum ScanState {
    /** The scanner has not looked yet, or is down. */
    PENDING,
    CLEAN,
    INFECTED,
    /** Larger than what the scanner takes, e.g. a long video. */
    TOO_LARGE,
    /** The scanner took the file and could not look into it; it is asked again after a while. */
    FAILED
}
