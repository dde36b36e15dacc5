package cn.gdpilot.domain.identity.grant;

import cn.gdpilot.domain.identity.factor.SecondFactors;
import cn.gdpilot.domain.identity.grant.OfficerAccounts.Officer;
import cn.gdpilot.domain.identity.grant.OfficerGrants.Outcome;
import cn.gdpilot.domain.text.Refusal;
import cn.gdpilot.domain.text.Texts;
import java.util.function.Supplier;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Officers' accounts and grants, for those who look after accounts. */
@Controller
@RequestMapping("/accounts")
class AccountPages {

    private final OfficerAccounts officers;
    private final OfficerGrants grants;
    private final GrantRequests requests;
    private final SecondFactors factors;

    AccountPages(OfficerAccounts officers, OfficerGrants grants, GrantRequests requests, SecondFactors factors) {
        this.officers = officers;
        this.grants = grants;
        this.requests = requests;
        this.factors = factors;
    }

    @GetMapping
    String all(@RequestParam(defaultValue = "") String text, Authentication signedIn, Model model) {
        model.addAttribute("text", text);
        model.addAttribute("officers", officers.search(text.strip()));
        model.addAttribute("requests", requests.open());
        model.addAttribute("groups", officers.groups());
        model.addAttribute("me", signedIn.getName());
        return "accounts";
    }

    /** Opens an account and asks for its first group. */
    @PostMapping
    String open(
            @RequestParam(defaultValue = "") String account,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String grounds,
            Authentication signedIn,
            Model model) {
        return told(
                model,
                () -> {
                    String password = grants.open(account.strip(), name, grounds, signedIn.getName());
                    model.addAttribute("password", password);
                    return Texts.of("grant.opened", account.strip());
                },
                () -> all("", signedIn, model));
    }

    @GetMapping("/{account}")
    String one(@PathVariable String account, Model model) {
        Officer officer = officers.find(account).orElseThrow(() -> Refusal.notFound("account.none"));
        model.addAttribute("officer", officer);
        model.addAttribute("groups", officers.groups());
        model.addAttribute("factor", factors.isOn(account));
        return "account";
    }

    /** Asks for something, takes something away, or closes the account. */
    @PostMapping("/{account}")
    String change(
            @PathVariable String account,
            @RequestParam(defaultValue = "") String action,
            @RequestParam(defaultValue = "") String group,
            @RequestParam(defaultValue = "") String grounds,
            Authentication signedIn,
            Model model) {
        String by = signedIn.getName();
        return switch (action) {
            case "JOIN", "PASSWORD", "SECOND_FACTOR" ->
                told(
                        model,
                        () -> told(grants.ask(GrantKind.valueOf(action), account, group, grounds, by), model),
                        () -> one(account, model));
            case "LEAVE" ->
                told(
                        model,
                        () -> {
                            grants.leave(account, group, grounds, by);
                            return Texts.of("grant.taken");
                        },
                        () -> one(account, model));
            case "CLOSE" ->
                told(
                        model,
                        () -> {
                            grants.close(account, grounds, by);
                            return Texts.of("grant.closed", account);
                        },
                        () -> officers.find(account).isPresent() ? one(account, model) : all("", signedIn, model));
            default -> throw Refusal.invalid("grant.action");
        };
    }

    /** The second person's decision. */
    @PostMapping("/requests/{request}")
    String decide(
            @PathVariable long request,
            @RequestParam(defaultValue = "") String decision,
            Authentication signedIn,
            Model model) {
        if (!decision.equals("GRANT") && !decision.equals("REFUSE")) {
            throw Refusal.invalid("grant.action");
        }
        return told(
                model,
                () -> told(grants.decide(request, decision.equals("GRANT"), signedIn.getName()), model),
                () -> all("", signedIn, model));
    }

    private static String told(Outcome outcome, Model model) {
        if (outcome.password() != null) {
            model.addAttribute("password", outcome.password());
        }
        return Texts.of(outcome.done() ? "grant.done" : "grant.noted");
    }

    /** Does it and shows the page with what became of it; a refusal loses nothing. */
    private static String told(Model model, Supplier<String> deed, Supplier<String> page) {
        try {
            model.addAttribute("done", deed.get());
        } catch (Refusal refusal) {
            model.addAttribute("refusal", refusal);
        }
        return page.get();
    }
}
