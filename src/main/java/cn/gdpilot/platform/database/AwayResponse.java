package cn.gdpilot.platform.database;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import org.springframework.http.HttpHeaders;

/** What answers its failures itself, as the engine's API does, says 500 whatever broke: while the database is away it is 503. */
final class AwayResponse extends HttpServletResponseWrapper {

    private final DatabaseWatch watch;
    private final int secondsUntilNextTry;

    AwayResponse(HttpServletResponse response, DatabaseWatch watch, int secondsUntilNextTry) {
        super(response);
        this.watch = watch;
        this.secondsUntilNextTry = secondsUntilNextTry;
    }

    @Override
    public void setStatus(int status) {
        super.setStatus(told(status));
    }

    @Override
    public void sendError(int status) throws IOException {
        super.sendError(told(status));
    }

    @Override
    public void sendError(int status, String message) throws IOException {
        super.sendError(told(status), message);
    }

    private int told(int status) {
        int right = status == SC_INTERNAL_SERVER_ERROR && watch.isAway() ? SC_SERVICE_UNAVAILABLE : status;
        if (right == SC_SERVICE_UNAVAILABLE) {
            setIntHeader(HttpHeaders.RETRY_AFTER, secondsUntilNextTry);
        }
        return right;
    }
}
