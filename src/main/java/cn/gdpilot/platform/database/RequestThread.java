package cn.gdpilot.platform.database;

/** Whether this thread answers a request: a person waits, and long before the driver's own limit has given up. */
final class RequestThread {

    private static final ThreadLocal<Boolean> MARK = new ThreadLocal<>();

    private RequestThread() {}

    static void mark() {
        MARK.set(Boolean.TRUE);
    }

    static void clear() {
        MARK.remove();
    }

    static boolean isMarked() {
        return MARK.get() != null;
    }
}
