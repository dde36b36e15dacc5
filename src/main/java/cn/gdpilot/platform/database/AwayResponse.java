package cn.gdpilot.platform.database;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import org.springframework.http.HttpHeaders;

/** Turns a 500 into 503 while the database is away: code that answers its failures itself, as the engine's API does, says 500 whatever broke. */
final class AwayResponse extends HttpServletResponseWrapper {

    private final DatabasePresence presence;
    private final int secondsUntilNextTry;

    AwayResponse(HttpServletResponse response, DatabasePresence presence, int secondsUntilNextTry) {
        super(response);
        this.presence = presence;
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
        int right = status == SC_INTERNAL_SERVER_ERROR && presence.isAway() ? SC_SERVICE_UNAVAILABLE : status;
        if (right == SC_SERVICE_UNAVAILABLE) {
            setIntHeader(HttpHeaders.RETRY_AFTER, secondsUntilNextTry);
        }
        return right;
    }
}
