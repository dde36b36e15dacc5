package cn.gdpilot.domain.identity.limit;

import cn.gdpilot.domain.text.Refusal;
import org.springframework.security.core.AuthenticationException;

/** A sign-in that is not looked at, because of wrong tries before it. */
public final class SlowedDown extends AuthenticationException {

    private static final long serialVersionUID = 1L;

    private final transient Refusal refusal;

    public SlowedDown(Refusal refusal) {
        super(refusal.getMessage());
        this.refusal = refusal;
    }

    /** Says how long to wait. */
    public Refusal refusal() {
        return refusal;
    }
}
