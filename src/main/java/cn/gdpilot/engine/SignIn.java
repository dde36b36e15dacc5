package cn.gdpilot.engine;

import cn.gdpilot.identity.ApplicantAccounts;
import cn.gdpilot.identity.Person;
import cn.gdpilot.wording.Texts;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.springframework.context.annotation.Lazy;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** One sign-in for all: officers live in the engine's user store, applicants in the portal's own. */
@Component
class SignIn implements AuthenticationProvider {

    private final IdentityService officers;
    private final ApplicantAccounts applicants;
    private final PasswordEncoder encoder;
    private final String decoy;

    SignIn(@Lazy IdentityService officers, ApplicantAccounts applicants, PasswordEncoder encoder) {
        this.officers = officers;
        this.applicants = applicants;
        this.encoder = encoder;
        this.decoy = encoder.encode("nobody has this password");
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String name = attempt.getName();
        String password = String.valueOf(attempt.getCredentials());
        var applicant = applicants.find(name);
        if (applicant.isPresent()) {
            if (encoder.matches(password, applicant.get().passwordHash())) {
                return signedIn(name, List.of(new SimpleGrantedAuthority(Person.APPLICANT_ROLE)));
            }
        } else if (officers.createUserQuery().userId(name).count() == 0) {
            // The same time for names that do not exist.
            encoder.matches(password, decoy);
        } else if (officers.checkPassword(name, password)) {
            return signedIn(name, groups(name));
        }
        throw new BadCredentialsException(Texts.of("sign-in.wrong"));
    }

    @Override
    public boolean supports(Class<?> attempt) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(attempt);
    }

    private List<SimpleGrantedAuthority> groups(String user) {
        return officers.createGroupQuery().groupMember(user).list().stream()
                .map(Group::getId)
                .map(SimpleGrantedAuthority::new)
                .toList();
    }

    private static Authentication signedIn(String name, List<? extends GrantedAuthority> authorities) {
        return UsernamePasswordAuthenticationToken.authenticated(name, null, authorities);
    }
}
