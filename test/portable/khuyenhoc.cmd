@echo off
rem Chay khuyenhoc bang node.exe di kem; may khong can cai Node, khong can quyen quan tri.
rem Keo tha tep hoac thu muc bai nop len tep nay thi chung duoc kiem tra.
chcp 65001 >nul
setlocal DisableDelayedExpansion
set "nha=%~dp0ung-dung"
if "%~1"=="" goto bat_dau
if exist "%~1" goto kiem_tra
"%nha%\node.exe" "%nha%\bin\khuyenhoc.js" %*
exit /b %errorlevel%

:kiem_tra
"%nha%\node.exe" "%nha%\bin\khuyenhoc.js" validate %*
set ma=%errorlevel%
echo.
pause
exit /b %ma%

:bat_dau
"%nha%\node.exe" "%nha%\bin\khuyenhoc.js"
set ma=%errorlevel%
echo.
pause
exit /b %ma%
