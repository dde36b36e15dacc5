package cn.gdpilot.domain.files.scan;

import java.util.Optional;

/**
 * The scanner's answer about a file.
 *
 * @param state   CLEAN, INFECTED, TOO_LARGE, or FAILED: it could not look into this one
 * @param finding the virus, or why it could not look; empty if the file is clean
 */
record ScanAnswer(ScanState state, Optional<String> finding) {}
