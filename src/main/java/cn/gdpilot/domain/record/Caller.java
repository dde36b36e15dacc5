package cn.gdpilot.domain.record;

import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** From where the request comes that is being answered. */
final class Caller {

    private Caller() {}

    /** The network address; null where no request is being answered. */
    static String address() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes web
                ? web.getRequest().getRemoteAddr()
                : null;
    }
}
