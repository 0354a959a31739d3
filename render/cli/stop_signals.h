#pragma once

#include <atomic>
#include <csignal>
#include <functional>
#include <thread>

namespace cairn::cli {

/// As long as it lives, signals that ask the program to end (SIGINT, SIGTERM, SIGHUP, SIGUSR1) run
/// `clean_up` in a thread of their own before they end it. Those that are ignored stay so.
class StopSignals {
  public:
    explicit StopSignals(std::function<void()> clean_up);
    ~StopSignals();
    StopSignals(const StopSignals&) = delete;
    StopSignals& operator=(const StopSignals&) = delete;

  private:
    void wait(const std::function<void()>& clean_up) const;

    sigset_t m_signals{};
    sigset_t m_before{}; ///< what was blocked
    std::atomic<bool> m_over = false;
    std::thread m_thread;
};

} // namespace cairn::cli
