package cn.gdpilot.platform.database;

/** Knows whether this thread answers a request, and how long that request may still wait for the database. */
final class RequestThread {

    private static final ThreadLocal<RequestTime> TIME = new ThreadLocal<>();

    private RequestThread() {}

    static void begin(RequestTime time) {
        TIME.set(time);
    }

    static void end() {
        TIME.remove();
    }

    /** The request's time; null if no person waits. */
    static RequestTime time() {
        RequestTime time = TIME.get();
        return time == null || time.isAnswered() ? null : time;
    }
}
