package cn.gdpilot.platform.web.server;

import cn.gdpilot.domain.text.Texts;
import java.io.IOException;
import java.io.Writer;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.ActionCode;

/** What the server itself answers where no page of ours is asked, e.g. to an address that is none: in Chinese. */
public class ServerErrors extends ErrorReportValve {

    private static final int FIRST_ERROR = 400;

    @Override
    protected void report(Request request, Response response, Throwable failure) {
        boolean silent = response.getStatus() < FIRST_ERROR || response.getContentWritten() > 0;
        if (silent || !response.setErrorReported() || !lineIsOpen(response)) {
            return;
        }
        try {
            response.setContentType("text/html");
            response.setCharacterEncoding("UTF-8");
            Writer page = response.getReporter();
            if (page != null) {
                page.write(Texts.of("server.refused", response.getStatus()));
                response.finishResponse();
            }
        } catch (IOException | IllegalStateException gone) {
            container.getLogger().debug("Nobody was there to be told", gone);
        }
    }

    private static boolean lineIsOpen(Response response) {
        AtomicBoolean open = new AtomicBoolean();
        response.getCoyoteResponse().action(ActionCode.IS_IO_ALLOWED, open);
        return open.get();
    }
}
