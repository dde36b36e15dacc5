package cn.gdpilot.domain.identity.limit;

import cn.gdpilot.domain.identity.confirmation.MailConfirmations;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Clears counts away that concern nobody any more. */
@Component
class LimitSweep {

    private final SignInThrottle signIn;
    private final RegistrationCount registrations;
    private final MailConfirmations confirmations;

    LimitSweep(SignInThrottle signIn, RegistrationCount registrations, MailConfirmations confirmations) {
        this.signIn = signIn;
        this.registrations = registrations;
        this.confirmations = confirmations;
    }

    @Scheduled(
            fixedDelayString = "${pilot.materials.sweep-pause}",
            initialDelayString = "${pilot.materials.sweep-pause}")
    void run() {
        signIn.sweep();
        registrations.sweep();
        confirmations.sweep();
    }
}
