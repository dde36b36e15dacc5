package cn.gdpilot.platform.engine.identity;

import cn.gdpilot.domain.identity.Person;
import cn.gdpilot.domain.record.Actor;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Who completes the task that is being completed; the system where nobody does. */
@Component
public class CurrentOfficer {

    private final IdentityService identity;

    CurrentOfficer(@Lazy IdentityService identity) {
        this.identity = identity;
    }

    public Actor actor() {
        Authentication signedIn = identity.getCurrentAuthentication();
        if (signedIn == null || signedIn.getUserId() == null) {
            return Actor.SYSTEM;
        }
        Set<String> groups = signedIn.getGroupIds() == null ? Set.of() : Set.copyOf(signedIn.getGroupIds());
        return new Actor(signedIn.getUserId(), new Person(signedIn.getUserId(), groups).office());
    }
}
