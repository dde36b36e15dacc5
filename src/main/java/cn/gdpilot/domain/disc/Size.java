package cn.gdpilot.domain.disc;

import java.util.Locale;

/** Bytes as people and makers of discs say them: a GB is a thousand million. */
public final class Size {

    private static final double MEGA = 1e6;
    private static final double GIGA = 1e9;

    private Size() {}

    public static String of(long bytes) {
        return bytes >= GIGA
                ? String.format(Locale.ROOT, "%.1f GB", bytes / GIGA)
                : String.format(Locale.ROOT, "%.1f MB", bytes / MEGA);
    }
}
