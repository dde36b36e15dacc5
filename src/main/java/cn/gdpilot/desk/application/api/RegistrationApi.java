package cn.gdpilot.desk.application.api;

import cn.gdpilot.desk.application.account.Registered;
import cn.gdpilot.desk.application.account.Registration;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The API by which an applicant registers. */
@RestController
@RequestMapping("/api")
class RegistrationApi {

    private final Registration registration;

    RegistrationApi(Registration registration) {
        this.registration = registration;
    }

    @Operation(summary = "登记申报单位")
    @PostMapping("/applicants")
    ResponseEntity<Registered> register(@RequestBody Registration.NewApplicant form, HttpServletRequest request) {
        return ResponseEntity.status(201).body(new Registered(registration.register(form, request.getRemoteAddr())));
    }
}
