package cn.gdpilot.platform.engine.guard;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response.Status;

/**
 * A "no" at the engine's API, in Chinese. Not an exception of the engine's own: its API would put English before the
 * words; the simple name is what a client reads as the answer's type.
 */
class Refused extends WebApplicationException {

    Refused(String words, Status status) {
        super(words, status);
    }
}
