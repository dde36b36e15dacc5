package cn.gdpilot.domain.material.upload;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;

/** An error of the protocol is a status and nothing more: no error page, which knows no 460 either. */
class PlainStatus extends HttpServletResponseWrapper {

    PlainStatus(HttpServletResponse response) {
        super(response);
    }

    @Override
    public void sendError(int status, String message) {
        setStatus(status);
    }

    @Override
    public void sendError(int status) {
        setStatus(status);
    }
}
